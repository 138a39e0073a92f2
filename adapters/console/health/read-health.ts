import type { ChannelId } from '../../../bot/ports/channel.ts';
import type { KeptValues } from '../../../bot/ports/kept-values.ts';
import type { StorageFault, StoreHealth } from '../../../bot/ports/store-health.ts';
import { type ChannelTraces, readTraces } from '../../channels/channel-traces.ts';
import { lastPaidQuota } from '../../channels/zalo/last-quota.ts';
import { createStoredZaloTokens } from '../../channels/zalo/stored-tokens.ts';
import { refreshDaysLeft } from '../../channels/zalo/watch-tokens.ts';
import { readStoreFacts, type StoreFacts, type StoreSources } from '../../http/store-facts.ts';
import { findUnreadable, type UnreadableValue } from '../../kept/kept-catalogue.ts';
import type { KnowledgeSource } from '../../knowledge-source.ts';

/** A channel as the settings have it. `missing`: the settings that would turn it on. */
export interface ChannelSetting {
  readonly id: ChannelId;
  readonly on: boolean;
  readonly missing: readonly string[];
}

/** What the health page asks. */
export interface HealthSources extends StoreSources {
  readonly storeHealth: StoreHealth;
  readonly knowledge: Pick<KnowledgeSource, 'current' | 'builtAt' | 'refused' | 'searchesByMeaning'>;
  readonly kept: KeptValues;
  readonly channelSettings: readonly ChannelSetting[];
  readonly now: () => number;
}

/** How one channel does. */
export interface ChannelHealth extends ChannelSetting {
  readonly traces: ChannelTraces;
  /** Whole days until the Zalo refresh token ends; `null` for channels without such a token. */
  readonly tokenDaysLeft: number | null;
  /** What paid for the last message that was not free; `null`: every one was, or the channel is free. */
  readonly lastPaid: { readonly quota: string; readonly at: number } | null;
}

/** How the product does at a moment. */
export interface Health {
  readonly at: number;
  readonly channels: readonly ChannelHealth[];
  /** `null`: the store does not answer. */
  readonly facts: StoreFacts | null;
  readonly fault: StorageFault | null;
  /** Kept values that cannot be read, by name. */
  readonly unreadable: readonly UnreadableValue[];
  readonly index: {
    readonly builtAt: number;
    readonly documents: number;
    readonly passages: number;
    /** Why a newer index was refused. */
    readonly refused: string | null;
    readonly searchesByMeaning: boolean;
  };
}

/** Asks every part how it does; what a store that is down cannot tell is `null`. */
export async function readHealth(sources: HealthSources): Promise<Health> {
  const { knowledge, kept, now } = sources;
  const at = now();
  const { documents, passages } = knowledge.current();
  const [facts, unreadable, channels] = await Promise.all([
    readStoreFacts(sources, at),
    findUnreadable(kept),
    Promise.all(sources.channelSettings.map((setting) => readChannel(setting, kept, at))),
  ]);
  return {
    at,
    channels,
    facts,
    unreadable,
    fault: facts === null ? 'unreachable' : await sources.storeHealth.problem(),
    index: {
      builtAt: knowledge.builtAt(),
      documents: documents.size,
      passages: passages.length,
      refused: knowledge.refused()?.message ?? null,
      searchesByMeaning: knowledge.searchesByMeaning(),
    },
  };
}

async function readChannel(setting: ChannelSetting, kept: KeptValues, at: number): Promise<ChannelHealth> {
  const isZalo = setting.id === 'zalo' && setting.on;
  const [traces, tokenDaysLeft, lastPaid] = await Promise.all([
    readTraces(kept, setting.id),
    isZalo ? refreshDaysLeft(createStoredZaloTokens(kept), at) : null,
    isZalo ? lastPaidQuota(kept) : null,
  ]);
  return { ...setting, traces, tokenDaysLeft, lastPaid };
}
