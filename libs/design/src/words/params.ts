/**
 * Reads the parameters of an ICU message at compile time, so that a call without one of them is a type
 * error. It looks at the text between `{` and the next `}`: `{name}` is a word or a number,
 * `{n, plural, …}` and `{n, number}` a number, `{k, select, …}` a string. A plural branch must therefore
 * hold more than one bare word (`one {# day}`, never `one {day}`); say.spec.ts checks this against the
 * real parser for every message.
 */
export type ParamsOf<Text extends string> = string extends Text
  ? Record<string, string | number>
  : Flat<Collected<Text>>;

type Collected<Text extends string> = Text extends `${string}{${infer Rest}`
  ? First<Rest> & Collected<Rest>
  : unknown;

type First<Rest extends string> = Rest extends `${infer Inside}}${string}` ? Param<Inside> : unknown;

type Param<Inside extends string> = Inside extends `${infer Name}, plural,${string}`
  ? Record<Name, number>
  : Inside extends `${infer Name}, number${string}`
    ? Record<Name, number>
    : Inside extends `${infer Name}, select,${string}`
      ? Record<Name, string>
      : Inside extends `${string}${' ' | '#' | '{'}${string}` | ''
        ? unknown
        : Record<Inside, string | number>;

type Flat<T> = { [Key in keyof T]: T[Key] };
