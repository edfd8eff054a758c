/** Fields of tables and of examples, which name the same in two ways. */
import { dotted } from "../pointers.ts";

/** A field of a table or of an example, by its path in the request or the response. */
export interface Named {
  readonly subject: string;
  readonly side: string;
  readonly path: string;
}

const sideOf = (subject: string) => /\b(request|response)\b/.exec(subject)?.[1] ?? "";

/** `request.refund.id` */
export const fieldAt = (subject: string): Named => ({
  subject,
  side: sideOf(subject),
  path: subject.slice(subject.indexOf(".") + 1),
});

/** `example.request/refund/id` */
export const exampleAt = (subject: string): Named => ({
  subject,
  side: sideOf(subject),
  path: dotted(subject.slice(subject.indexOf("/"))),
});

/** Whether an example's field is the one that a table lists: the same path, or one that ends in the other. */
export const isAbout = (field: Named, example: Named): boolean =>
  field.side === example.side &&
  (field.path === example.path ||
    example.path.endsWith(`.${field.path}`) ||
    field.path.endsWith(`.${example.path}`));
