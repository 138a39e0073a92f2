import { StoreUnusable } from '../errors.ts';

/** Where Redis is. */
export interface RedisAddress {
  /** `redis://` or `rediss://`; for sentinels it carries only user and password. */
  readonly url: string;
  /** `null` for a single server. */
  readonly sentinels: readonly { readonly host: string; readonly port: number }[] | null;
  /** The sentinels' name of the primary. */
  readonly primary: string | null;
  /** Without user and password. */
  readonly description: string;
}

const SENTINEL = /^redis-sentinel:\/\/(?<login>[^@/]*@)?(?<hosts>[^/@]+)\/(?<primary>[\w.-]+)$/;
const SENTINEL_PORT = 26_379;

/** Whether `REDIS_URL` has a form that {@link readRedisAddress} takes. */
export function isRedisAddress(url: string): boolean {
  if (url.startsWith('redis-sentinel:')) return SENTINEL.test(url);
  return URL.canParse(url) && ['redis:', 'rediss:'].includes(new URL(url).protocol) && new URL(url).hostname !== '';
}

/** @throws StoreUnusable */
export function readRedisAddress(url: string): RedisAddress {
  const { login = '', hosts = '', primary = null } = SENTINEL.exec(url)?.groups ?? {};
  if (primary !== null) {
    const sentinels = hosts.split(',').map((each) => {
      const [host = '', port] = each.split(':');
      return { host, port: port === undefined ? SENTINEL_PORT : Number(port) };
    });
    return { url: `redis://${login}sentinel`, sentinels, primary, description: `redis-sentinel://${hosts}/${primary}` };
  }
  if (!isRedisAddress(url)) {
    throw new StoreUnusable(
      'REDIS_URL',
      'is no address of Redis; write redis://, rediss:// or redis-sentinel://host:port,host:port/name',
    );
  }
  const { protocol, host, pathname } = new URL(url);
  return { url, sentinels: null, primary: null, description: `${protocol}//${host}${pathname}` };
}
