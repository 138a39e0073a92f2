/** One reading that is under way, and the one that comes after it for those who asked meanwhile. */
interface Flight<Answer> {
  readonly running: Promise<Answer>;
  next: Promise<Answer> | null;
}

/**
 * Lets all who ask the same while it is being read share the next reading: news reach every open console at once, and
 * each of them asks for its list again. Nobody gets a reading that began before they asked, which may lack the news.
 * @param read gives the answer; a failure goes to those who share it and to nobody else
 * @param keyOf the same for questions that have one answer
 */
export function shareReads<Question, Answer>(
  read: (question: Question) => Promise<Answer>,
  keyOf: (question: Question) => string,
): (question: Question) => Promise<Answer> {
  const flights = new Map<string, Flight<Answer>>();

  function begin(key: string, question: Question): Promise<Answer> {
    const flight: Flight<Answer> = { running: read(question), next: null };
    flights.set(key, flight);
    const land = () => {
      if (flight.next === null) flights.delete(key);
    };
    flight.running.then(land, land);
    return flight.running;
  }

  return (question) => {
    const key = keyOf(question);
    const flight = flights.get(key);
    if (flight === undefined) return begin(key, question);
    const follow = () => begin(key, question);
    flight.next ??= flight.running.then(follow, follow);
    return flight.next;
  };
}
