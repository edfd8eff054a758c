/** Whether an answer to a refund can confirm it. If none can, every accepted refund is pending, and the outcome comes later. */
export const confirms = ({
  outcomes,
}: {
  readonly outcomes: readonly { readonly means: string }[];
}): boolean => outcomes.some(({ means }) => means === "succeeded");
