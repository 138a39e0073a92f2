/** Who answers for citizens' data, and whom to ask about it. */
export interface DataController {
  readonly name: string;
  readonly address: string | null;
  /** Telephone, e-mail or name of the person who protects the data; `null`: nobody is named. */
  readonly contact: string | null;
}

/** Who answers for the data, in one sentence for a citizen. */
export function controllerSentence({ name, address, contact }: DataController): string {
  const parts = [
    `Bên kiểm soát dữ liệu: ${name}`,
    ...(address === null ? [] : [`địa chỉ ${address}`]),
    ...(contact === null ? [] : [`liên hệ về dữ liệu cá nhân: ${contact}`]),
  ];
  return `${parts.join('; ')}.`;
}
