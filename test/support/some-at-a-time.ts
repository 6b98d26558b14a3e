/** Does the same for each, never more than `atOnce` of them at the same time. Gives the results in their order. */
export async function someAtATime<Each, Result>(
  each: readonly Each[],
  atOnce: number,
  work: (one: Each) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    while (next < each.length) {
      const index = next;
      next += 1;
      results[index] = await work(each[index]!);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
