/** Says on standard error how far a long run is: over and over in one line of a terminal, elsewhere every ten seconds. */
export function progress(title: string): (done: number, of: number) => void {
  const { stderr } = process;
  const startedAt = performance.now();
  let toldAt = startedAt;
  return (done, of) => {
    const now = performance.now();
    if (done < of && now - toldAt < (stderr.isTTY ? 100 : 10_000)) return;
    toldAt = now;
    const text = `${title}: ${done} of ${of}, ${((now - startedAt) / 1000).toFixed(0)} s`;
    stderr.write(stderr.isTTY ? `\r${text}${done === of ? "\n" : ""}` : `${text}\n`);
  };
}
