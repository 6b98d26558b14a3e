import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Every figure of this process. Labels are patterns, names of jobs and outcomes: never an id, never a name. */
export const metrics = new Registry();
const registers = [metrics];

/** Seconds from the first byte of a request to the last of its answer. */
export const requestSeconds = new Histogram({
  name: 'throughline_http_request_seconds',
  help: 'Time to answer, by pattern of the route and status.',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers,
});

/** What became of every e-mail handed to the mail server. */
export const mailOutcomes = new Counter({
  name: 'throughline_mails_total',
  help: 'E-mails handed over, by what the mail server made of them.',
  labelNames: ['outcome'] as const,
  registers,
});

/** 1 while this process leaves the mail server alone: connections to it broke, one after the other. */
export const mailServerResting = new Gauge({
  name: 'throughline_mail_server_resting',
  help: 'Whether hand-overs pause because connections to the mail server broke.',
  registers,
});

/** How every run of a job ended. */
export const jobRuns = new Counter({
  name: 'throughline_jobs_total',
  help: 'Runs of each job, by how they ended.',
  labelNames: ['job', 'outcome'] as const,
  registers,
});

const endedAt = new Map<string, number>();

new Gauge({
  name: 'throughline_sweep_lag_seconds',
  help: 'Time since this process last ended a sweep without an error. Of several workers the least counts.',
  labelNames: ['job'] as const,
  registers,
  collect() {
    const now = performance.now();
    for (const [job, at] of endedAt) this.set({ job }, (now - at) / 1_000);
  },
});

/** Runs a job and counts how it ended; its error goes on to the caller. */
export async function countedRun(job: string, isSweep: boolean, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    jobRuns.inc({ job, outcome: 'failed' });
    throw error;
  }
  jobRuns.inc({ job, outcome: 'done' });
  if (isSweep) endedAt.set(job, performance.now());
}
