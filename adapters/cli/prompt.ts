import { createInterface } from 'node:readline/promises';

/** Asks a question at the terminal (on standard error, so that output can be kept) and gives the line typed; '' at the end of input. */
export async function askAtTerminal(question: string): Promise<string> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await Promise.race([
      reader.question(question),
      new Promise<string>((resolve) => reader.once('close', () => resolve(''))),
    ]);
  } finally {
    reader.close();
  }
}
