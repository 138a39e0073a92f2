import { runAsLeader } from '../../adapters/leader.ts';
import { connectRedis } from '../../adapters/stores/redis/connection.ts';
import { createRedisLease } from '../../adapters/stores/redis/lease.ts';

/**
 * One process that stands for leader until it is killed. Arguments: address of Redis, name of the holder, lease in ms.
 * Prints `STANDS`, and `BEGINS` or `ENDS` whenever the leader's work does.
 */
const [url = '', holder = '', leaseMs = '1000'] = process.argv.slice(2);
const print = (line: string) => void process.stdout.write(`${line}\n`);
const connection = await connectRedis(url, () => {});
runAsLeader({
  lease: createRedisLease(connection, 'leader', holder, Number(leaseMs)),
  tasks: [
    () => {
      print('BEGINS');
      return async () => print('ENDS');
    },
  ],
  onChange: () => {},
  onFault: () => {},
  clock: performance.now.bind(performance),
});
print('STANDS');
