// @ts-check

/**
 * The chat takes no files. One that is dropped would make the browser leave the chat, one that is pasted would vanish
 * without a word; `onFiles` is called instead.
 * @param {HTMLElement} field
 * @param {() => void} onFiles
 */
export function turnFilesAway(field, onFiles) {
  for (const kind of /** @type {const} */ (['dragover', 'drop'])) {
    document.addEventListener(kind, (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      onFiles();
    });
  }
  field.addEventListener('paste', (event) => {
    if ((event.clipboardData?.files.length ?? 0) > 0) onFiles();
  });
}
