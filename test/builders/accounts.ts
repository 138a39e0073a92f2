/** Invented accounts of the platforms, and the settings that turn their channels on. */
export const MESSENGER = {
  appId: '900000000000001',
  appSecret: 'fake_app_secret_do_not_use',
  pageId: '100000000000001',
  pageToken: 'FAKE_PAGE_TOKEN',
  version: 'v26.0',
  verifyToken: 'fake-verify-token',
} as const;

export const ZALO = {
  appId: '1000000000000000001',
  appSecret: 'fake_zalo_app_secret',
  oaId: '2000000000000000001',
  oaSecret: 'fake_oa_secret_key_do_not_use',
  firstRefreshToken: 'FAKE_REFRESH_1',
} as const;

export function messengerSettings(graphUrl: string): Record<string, string> {
  return {
    MESSENGER_APP_ID: MESSENGER.appId,
    MESSENGER_APP_SECRET: MESSENGER.appSecret,
    MESSENGER_VERIFY_TOKEN: MESSENGER.verifyToken,
    MESSENGER_PAGE_ID: MESSENGER.pageId,
    MESSENGER_PAGE_TOKEN: MESSENGER.pageToken,
    MESSENGER_GRAPH_URL: graphUrl,
  };
}

export function zaloSettings(url: string): Record<string, string> {
  return {
    ZALO_APP_ID: ZALO.appId,
    ZALO_APP_SECRET: ZALO.appSecret,
    ZALO_OA_SECRET: ZALO.oaSecret,
    ZALO_OA_ID: ZALO.oaId,
    ZALO_REFRESH_TOKEN: ZALO.firstRefreshToken,
    ZALO_API_URL: url,
    ZALO_OAUTH_URL: url,
  };
}

/** A Messenger webhook with one text message; `at` is when the citizen wrote (ms since epoch). */
export function messengerText(fields: {
  readonly mid: string;
  readonly text: string;
  readonly psid?: string;
  readonly at?: number;
}): object {
  return messengerItem({
    sender: { id: fields.psid ?? '7000000000000001' },
    recipient: { id: MESSENGER.pageId },
    timestamp: fields.at ?? Date.now(),
    message: { mid: fields.mid, text: fields.text },
  });
}

/** A Messenger webhook with one event of the Page. */
export function messengerItem(item: object): object {
  const time = 'timestamp' in item ? item.timestamp : 0;
  return { object: 'page', entry: [{ id: MESSENGER.pageId, time, messaging: [item] }] };
}

/** A Zalo webhook with one text message; `at` is when the citizen wrote (ms since epoch). */
export function zaloText(fields: {
  readonly messageId: string;
  readonly text: string;
  readonly userId: string;
  readonly at?: number;
}): object {
  return {
    app_id: ZALO.appId,
    sender: { id: fields.userId },
    user_id_by_app: `9${fields.userId.slice(1)}`,
    recipient: { id: ZALO.oaId },
    event_name: 'user_send_text',
    message: { text: fields.text, msg_id: fields.messageId },
    timestamp: String(fields.at ?? Date.now()),
  };
}
