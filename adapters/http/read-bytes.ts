import type { IncomingMessage } from 'node:http';

/**
 * The body of a request, byte for byte as it was sent. `too-large`: it is longer than `limit` bytes, and the rest was
 * not read; `broken-off`: the sender went away before its end.
 */
export function readBytes(request: IncomingMessage, limit: number): Promise<Buffer | 'too-large' | 'broken-off'> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let length = 0;
    request.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length <= limit) pieces.push(piece);
      else {
        request.pause();
        resolve('too-large');
      }
    });
    request.once('end', () => resolve(pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)));
    request.once('close', () => resolve('broken-off'));
  });
}
