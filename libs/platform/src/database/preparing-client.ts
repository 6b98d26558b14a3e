import { createHash } from 'node:crypto';
import { Client, type ClientConfig, type QueryResult } from 'pg';

/**
 * Statements one connection keeps prepared, at most. The pooler before the database keeps as many
 * (`max_prepared_statements`, docker/pgbouncer).
 */
export const MOST_PREPARED = 200;
/** Texts a connection remembers having sent once. */
const MOST_SEEN_ONCE = 300;

/**
 * Which texts a connection prepares: those it sends again. A text that comes once, or one with something of the
 * moment in it, leaves nothing behind on the server.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();
  private readonly seenOnce = new Set<string>();

  /** The name to prepare `text` under, or undefined: send it as it is. */
  nameOf(text: string): string | undefined {
    const name = this.names.get(text);
    if (name || this.names.size >= MOST_PREPARED) return name;
    if (this.seenOnce.delete(text)) {
      const made = createHash('sha256').update(text).digest('base64url').slice(0, 22);
      this.names.set(text, made);
      return made;
    }
    if (this.seenOnce.size >= MOST_SEEN_ONCE) this.seenOnce.delete(this.seenOnce.values().next().value!);
    this.seenOnce.add(text);
    return undefined;
  }

  /** Gives a text another name: what stands under the old one is of no use any more. */
  rename(text: string): void {
    const name = this.names.get(text);
    if (name) this.names.set(text, `${name}+`);
  }
}

/** `cached plan must not change result type`: the table has other columns since. */
const OUTDATED = '0A000';

/**
 * node-postgres with two habits. Statements with parameters are prepared under a name once they come a second
 * time: planning one under row-level security takes the database longer than running it. And what is sent without
 * waiting for the answer before it leaves at once (`pipeline`).
 */
export class PreparingClient extends Client {
  private readonly statements = new StatementNames();

  constructor(config?: string | ClientConfig) {
    const given = typeof config === 'string' ? { connectionString: config } : config;
    // The pool hides the password from copies.
    super({ ...given, password: given?.password, pipeline: true });
    const send = this.query.bind(this) as (...args: unknown[]) => Promise<QueryResult> | undefined;
    // node-postgres declares ten shapes of `query`; only the one of text and values is another here.
    this.query = ((config: unknown, values: unknown, callback: unknown) => {
      if (typeof config !== 'string' || !Array.isArray(values) || values.length === 0) {
        return send(config, values, callback);
      }
      const name = this.statements.nameOf(config);
      if (!name) return send(config, values, callback);
      const answer = send({ name, text: config }, values, callback);
      // This time it fails, in a transaction that cannot go on; the next time it is prepared anew.
      void answer?.catch(({ code }: { code?: string }) => {
        if (code === OUTDATED) this.statements.rename(config);
      });
      return answer;
    }) as typeof this.query;
  }
}
