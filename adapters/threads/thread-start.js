import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// Plain JavaScript, because Node 20 cannot load a TypeScript entry in a worker before tsx is registered there.
register();
await import(workerData.module);
