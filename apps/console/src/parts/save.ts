/** How long a browser may take to begin with a file. */
const KEPT_MS = 60_000;

/** Has the browser save a file that was made in the page. */
export function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}
