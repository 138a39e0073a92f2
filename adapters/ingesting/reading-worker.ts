import { openArchive } from '../../ingest/load/archive.ts';
import { readDocument } from '../../ingest/read-document.ts';
import { answerJobs } from './reading-jobs.ts';

/** Entry of a reading thread: see `createReadingPool`. */
answerJobs({ read: readDocument, open: openArchive });
