import { Logger } from '@nestjs/common';

const logger = new Logger('sweep');

/** One after the other; what fails is logged by its ids and does not stop the rest. */
export async function eachRow<Row extends object>(
  rows: readonly Row[],
  work: (row: Row) => Promise<void>,
): Promise<void> {
  for (const row of rows) {
    try {
      await work(row);
    } catch (error) {
      logger.error({ msg: 'row failed', ...row, error: error instanceof Error ? error.name : 'unknown' });
    }
  }
}
