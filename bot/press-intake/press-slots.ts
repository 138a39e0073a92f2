/** What the register of the press holds of each request beside its words, in the order in which it is asked for. */
export const PRESS_SLOTS = ['outlet', 'contact', 'deadline'] as const;

export type PressSlot = (typeof PRESS_SLOTS)[number];

/** The citizen's own words for each; `null`: not said yet. */
export type PressSlots = Readonly<Record<PressSlot, string | null>>;
