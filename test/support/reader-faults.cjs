/**
 * Loaded before the program with NODE_OPTIONS. In a reader process, a sheet called `fault-…` makes it misbehave when it is taken;
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
  'fault-slow': () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700),
};

if (isMainThread && /[\\/]reader\.js$/.test(process.argv[1] ?? '')) {
  if (process.env.READER_START === 'fails') process.exit(9);
  const { hasOwn } = Object;
  Object.hasOwn = (object, name) => {
    FAULTS[name]?.();
    return hasOwn(object, name);
  };
}
