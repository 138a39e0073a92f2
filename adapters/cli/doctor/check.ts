/** What one check found: `ok` is `null` where only a person can tell. `advice` says in Vietnamese what to do or know. */
export type Check = { readonly name: string; readonly ok: boolean | null; readonly advice: string };
