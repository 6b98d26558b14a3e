export interface BenchPostgres {
  /** Temporary, removed by `stop`. */
  folder: string;
  port: number;
  /** The postmaster. */
  pid: number;
  adminUrl: string;
  stop: () => Promise<void>;
}

export function startPostgres(): Promise<BenchPostgres>;
export function buildProduct(): Promise<void>;
