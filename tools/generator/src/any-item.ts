/** Whether a pointer has a `*`, which stands for any item of a list. */
export const hasAnyItem = (pointer: string): boolean => pointer.split("/").includes("*");
