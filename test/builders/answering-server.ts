import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A server that speaks the protocol of Redis and tells of itself what a test wants. */
export interface AnsweringServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Answers `INFO` with `lines` and every other command with OK. */
export async function startAnsweringServer(lines: Readonly<Record<string, string>>): Promise<AnsweringServer> {
  const info = Object.entries(lines)
    .map(([name, value]) => `${name}:${value}\r\n`)
    .join('');
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      // Each command starts with its number of words; a word follows its length.
      for (const command of bytes
        .toString('latin1')
        .split(/^\*\d+\r\n/m)
        .slice(1)) {
        const name = command.split('\r\n')[1]?.toUpperCase();
        socket.write(name === 'INFO' ? `$${Buffer.byteLength(info)}\r\n${info}\r\n` : '+OK\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
