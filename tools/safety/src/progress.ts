/** Shows the progress of a long run: one line that is overwritten on a terminal, or a new line now and then elsewhere. */
export interface Progress {
  show(done: number): void;
  end(): void;
}

/** When the first line is shown that cannot be overwritten, and the time between two of them. */
const firstMs = 3000;
const everyMs = 15_000;

/** Formats a duration in seconds or hours. */
const timeOf = (seconds: number): string =>
  seconds < 600 ? `${seconds} s` : `${(seconds / 3600).toFixed(1)} h`;

export function createProgress(all: number, out: NodeJS.WriteStream = process.stderr): Progress {
  const startedAt = performance.now();
  let nextAt = startedAt + firstMs;
  let shown = false;
  return {
    show(done) {
      const now = performance.now();
      if (done === 0 || (!out.isTTY && now < nextAt)) return;
      const rate = done / ((now - startedAt) / 1000);
      const left = Math.ceil((all - done) / rate);
      const line = `${done.toLocaleString("en")} of ${all.toLocaleString("en")}, ${Math.round(rate).toLocaleString("en")} a second, ${timeOf(left)} left`;
      out.write(out.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
      nextAt = now + everyMs;
      shown = true;
    },
    end() {
      if (shown && out.isTTY) out.write("\r\u001b[K");
    },
  };
}
