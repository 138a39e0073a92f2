/**
 * Makes nothing twice that was made of late: what belongs to each of the last `size` different texts is kept in memory.
 * For what depends on the text alone.
 */
export function keepLatest<Made extends object>(size: number, make: (text: string) => Made): (text: string) => Made {
  const kept = new Map<string, Made>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    const [oldest] = kept.keys();
    if (kept.size >= size && oldest !== undefined) kept.delete(oldest);
    kept.set(text, made);
    return made;
  };
}
