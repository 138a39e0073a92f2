/** What came of a job. */
export interface IngestWork {
  readonly documents: number;
  readonly passages: number;
  readonly recognisedPages: number;
}
