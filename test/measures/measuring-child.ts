import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Runs a module in a process of its own, so that its time and memory are its own, with a task as JSON in its first
 * argument.
 * @param module of the process, which prints one JSON value
 * @param name of what is measured, for the error
 * @returns what it printed
 * @throws Error when it ends with another status than 0; its own message has been printed
 */
export function measureInChild(module: URL, task: unknown, name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(module), JSON.stringify(task)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      output += piece;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(JSON.parse(output));
      else reject(new Error(`Measuring “${name}” ended with status ${status}; its message stands above.`));
    });
  });
}
