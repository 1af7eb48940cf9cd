import { isMainThread } from 'node:worker_threads';

// Loaded before the program: its main thread is busy with something else most of the time, so that what threads send arrives together.
if (isMainThread) setInterval(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 40), 5).unref();
