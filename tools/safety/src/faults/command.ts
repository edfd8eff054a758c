export interface FaultsOptions {
  readonly write?: true;
}
export const faultsCommand = async (_: FaultsOptions): Promise<boolean> => true;
