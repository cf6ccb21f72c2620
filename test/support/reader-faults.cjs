/**
 * Loaded before the program with NODE_OPTIONS. In a reader process, a sheet called `fault-…` makes it misbehave once it was read;
 * with READER_START=fails the process ends before it can say that it is ready.
 */
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

const hoard = [];
const FAULTS = {
  'fault-loop': () => {
    for (;;);
  },
  'fault-buffers': () => {
    for (;;) hoard.push(Buffer.alloc(4_194_304, 1));
  },
  'fault-objects': () => {
    for (;;) hoard.push({ hoard: new Array(100).fill(hoard.length) });
  },
  'fault-abort': () => process.abort(),
  'fault-exit': () => process.exit(0),
  'fault-garbage': () => writeSync(1, 'garbage instead of an answer'),
  'fault-change': () => {
    for (const shared of [Object.prototype, Array.prototype, String.prototype, Function.prototype]) {
      shared.changed = true;
      if ('changed' in shared) process.abort();
    }
  },
  'fault-slow': () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700),
};

if (isMainThread && /[\\/]reader\.js$/.test(process.argv[1] ?? '')) {
  if (process.env.READER_START === 'fails') process.exit(9);
  // Whatever all objects share is frozen in a reader: the file is seen as it comes, and the fault is made at the end of reading.
  const v8 = require('node:v8');
  const { deserialize } = v8;
  let fault;
  v8.deserialize = (message) => {
    const names = Object.keys(FAULTS);
    fault = names.find((name) => message.includes(name) || message.includes(Buffer.from(name, 'utf16le')));
    return deserialize(message);
  };
  const { memoryUsage } = process;
  process.memoryUsage = Object.assign(() => memoryUsage(), {
    rss: () => {
      FAULTS[fault]?.();
      return memoryUsage.rss();
    },
  });
}
