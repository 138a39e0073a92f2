// Preloaded with --require into a process whose faults are provoked by signals from outside:
// SIGUSR2 blocks its event loop for CHAOS_STALL_MS, SIGHUP moves its wall clock by an hour: forth, back, back, forth.
const HOUR_MS = 3_600_000;
const JUMPS = [HOUR_MS, 0, -HOUR_MS, 0];
const TrueDate = Date;
const trueNow = Date.now.bind(Date);
let jumps = 0;
let ahead = 0;

class JumpingDate extends TrueDate {
  constructor(...parts) {
    if (parts.length === 0) super(trueNow() + ahead);
    else super(...parts);
  }
  static now() {
    return trueNow() + ahead;
  }
}
// Threads keep their clock and hear no signals; what they do depends on neither.
if (require('node:worker_threads').isMainThread) {
  globalThis.Date = JumpingDate;
  process.on('SIGHUP', () => {
    ahead = JUMPS[jumps % JUMPS.length];
    jumps += 1;
  });
  const stallMs = Number(process.env.CHAOS_STALL_MS);
  process.on('SIGUSR2', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, stallMs));
}
