/** What a canned reply may leave open, as `{{ten}}`. */
export const VARIABLES = ['ten', 'so_phieu', 'han_tra_loi', 'can_bo'] as const;

export type Variable = (typeof VARIABLES)[number];
