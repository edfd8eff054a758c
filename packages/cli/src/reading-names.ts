/** The commands that only read, by their names, with their summaries. */
export const readingSummaries = {
  providers: "list the providers, or say what one of them needs",
  doctor: "check the configuration, the accounts and the journal",
  show: "show a refund with its history",
  open: "list the refunds that are not final yet",
  list: "list refunds by account, payment, status and time",
  export: "write refunds as CSV or JSON lines",
} as const;

export type ReadingName = keyof typeof readingSummaries;

export const isReading = (name: string): name is ReadingName =>
  Object.hasOwn(readingSummaries, name);
