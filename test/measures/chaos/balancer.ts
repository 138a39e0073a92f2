import { connect, createServer, type Socket } from 'node:net';
import { freePort } from '../../builders/redis-server.ts';

/** What stands in front of the web processes: each connection goes to the next of them that takes it. */
export interface Balancer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Passes connections to whichever of `ports` listens, in turn; closes them where none does. */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  let turn = 0;
  const server = createServer((caller) => {
    sockets.add(caller);
    caller.on('close', () => sockets.delete(caller)).on('error', () => caller.destroy());
    turn += 1;
    pass(caller, [...ports.slice(turn % ports.length), ...ports.slice(0, turn % ports.length)]);
  });

  function pass(caller: Socket, [next, ...others]: readonly number[]): void {
    if (next === undefined || caller.destroyed) return void caller.destroy();
    const target = connect(next, '127.0.0.1');
    sockets.add(target);
    let connected = false;
    target.once('connect', () => {
      connected = true;
      caller.pipe(target).pipe(caller);
      caller.once('close', () => target.destroy());
    });
    target.on('error', () => {
      if (connected) caller.destroy();
      else pass(caller, others);
    });
    target.on('close', () => {
      sockets.delete(target);
      if (connected) caller.destroy();
    });
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
