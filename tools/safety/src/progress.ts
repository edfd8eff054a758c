/** Shows the progress of a long run: one line that is overwritten on a terminal, or a new line now and then elsewhere. */
export interface Progress {
  show(done: number): void;
  end(): void;
}

/** The time between two lines that cannot be overwritten. */
const everyMs = 15_000;

/** Formats a duration in seconds or hours. */
const timeOf = (seconds: number): string =>
  seconds < 600 ? `${seconds} s` : `${(seconds / 3600).toFixed(1)} h`;

export function createProgress(all: number, out: NodeJS.WriteStream = process.stderr): Progress {
  const startedAt = performance.now();
  let shownAt = startedAt;
  let shown = false;
  return {
    show(done) {
      const now = performance.now();
      if (done === 0 || (!out.isTTY && now - shownAt < everyMs)) return;
      const rate = done / ((now - startedAt) / 1000);
      const left = Math.ceil((all - done) / rate);
      const line = `${done.toLocaleString("en")} of ${all.toLocaleString("en")}, ${Math.round(rate).toLocaleString("en")} a second, ${timeOf(left)} left`;
      out.write(out.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
      shownAt = now;
      shown = true;
    },
    end() {
      if (shown && out.isTTY) out.write("\r\u001b[K");
    },
  };
}
