import type { ListedStatus, RecordRequest } from "refunds";

/** What refunds can be listed by. Here, because the help of the command line shows them without loading `refunds`. */
export const listedStatuses = namesOf<ListedStatus>({
  open: true,
  sending: true,
  unfinished: true,
  succeeded: true,
  pending: true,
  declined: true,
  not_sent: true,
  unknown: true,
  needs_review: true,
  reversed: true,
});

/** What `record` takes. */
export const recordedStatuses = namesOf<RecordRequest["status"]>({
  succeeded: true,
  declined: true,
  reversed: true,
});

/** A status that is missing here does not compile. */
function namesOf<Name extends string>(all: Readonly<Record<Name, true>>): readonly Name[] {
  return Object.keys(all) as Name[];
}
