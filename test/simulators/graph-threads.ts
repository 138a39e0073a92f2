/** App id of the Page inbox, in which staff answer. */
export const PAGE_INBOX = '263902037430900';

/** Conversation Routing of one Page: who may write into which thread. */
export interface GraphThreads {
  /** `null`: no default app, so that every app may write and nobody may take. */
  defaultApp: string | null;
  /** Lets an app hold a person's thread, as when staff answer from the inbox. */
  hold(psid: string, appId: string): void;
  mayWrite(psid: string): boolean;
  /** What `/<page>/<verb>` does for our app; `null` = allowed. */
  control(verb: string, psid: string, targetAppId: string | null): string | null;
  /** What was asked for and allowed, in order. */
  readonly controlled: readonly { readonly verb: string; readonly psid: string }[];
}

export function createGraphThreads(appId: string): GraphThreads {
  const holders = new Map<string, string>();
  const controlled: { verb: string; psid: string }[] = [];

  function refusal(threads: GraphThreads, verb: string, psid: string, targetAppId: string | null): string | null {
    const holder = holders.get(psid) ?? threads.defaultApp;
    switch (verb) {
      case 'take_thread_control':
        if (threads.defaultApp === null) return 'taking is blocked: the Page has no default app';
        if (threads.defaultApp !== appId) return 'only the default app may take';
        holders.set(psid, appId);
        return null;
      case 'pass_thread_control':
        if (targetAppId === null) return 'target_app_id is missing';
        if (threads.defaultApp !== null && holder !== appId) return 'our app does not hold the thread';
        holders.set(psid, targetAppId);
        return null;
      case 'request_thread_control':
        return holder === appId ? 'our app holds the thread' : null;
      default:
        return `unknown ${verb}`;
    }
  }

  return {
    defaultApp: null,
    controlled,
    hold: (psid, holder) => void holders.set(psid, holder),
    mayWrite(psid) {
      if (this.defaultApp === null) return true;
      return (holders.get(psid) ?? this.defaultApp) === appId;
    },
    control(verb, psid, targetAppId) {
      const why = refusal(this, verb, psid, targetAppId);
      if (why === null) controlled.push({ verb, psid });
      return why;
    },
  };
}
