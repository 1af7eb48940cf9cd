import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';
import type { Job } from '../study/index.js';

const KEY = 'flaskhals job';

/** Lays out the job for threads that are started from now on; each gets a copy, once. */
export function giveJob(job: Job): void {
  setEnvironmentData(KEY, job);
}

/** The job that this thread was started for. */
export function takeJob(): Job {
  return getEnvironmentData(KEY) as unknown as Job;
}
