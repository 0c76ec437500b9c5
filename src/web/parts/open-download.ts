/** Asks the browser for a file of the server's, under the name the server gives it. */
export function openDownload(url: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = '';
  link.click();
}
