// Preloaded with --require: whoever opens a connection or asks for a name ends the program. Threads inherit it.
// Sockets of this machine (the loader talks to itself over one) are no network.
const net = require('node:net');
const dns = require('node:dns');

function refuse() {
  process._rawDebug('NETWORK USED', new Error().stack);
  process.exit(99);
}
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [options] = args.flat();
  return typeof options?.path === 'string' ? connect.apply(this, args) : refuse();
};
dns.lookup = refuse;
dns.resolve = refuse;
globalThis.fetch = refuse;
