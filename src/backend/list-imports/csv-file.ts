/** A list's file to take away. */
export function csvFile(fileName: string, csv: string) {
  async function* chunks() {
    yield csv;
  }
  return {
    status: 200,
    body: null,
    download: { fileName, mediaType: 'text/csv; charset=utf-8', chunks: chunks() },
  };
}
