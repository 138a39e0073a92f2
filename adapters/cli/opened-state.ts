import { randomBytes } from 'node:crypto';
import type { Config } from '../config.ts';
import { openWordSeal } from '../sealing/open-word-seal.ts';
import type { StateEngine } from '../stores/engine.ts';
import { openEngine } from '../stores/open-engine.ts';
import { sealStores } from '../stores/sealed-stores.ts';

/** Who typed a command, as the audit log names them. */
export function atTerminal({ user }: { readonly user: () => string }): string {
  return `terminal:${user()}`;
}

/** Works on the state with words opened, and closes it. */
export async function withOpenedState(
  { data }: { readonly data?: string },
  surroundings: { readonly config: () => Config },
  work: (engine: StateEngine, config: Config) => Promise<void>,
): Promise<void> {
  const given = surroundings.config();
  const config = { ...given, dataDir: data ?? given.dataDir };
  const engine = await openEngine(config);
  try {
    const seal = await openWordSeal(config.sealingKey, engine.kept, randomBytes);
    await work({ ...engine, ...sealStores(engine, seal) }, config);
  } finally {
    await engine.close();
  }
}
