/** The store as the program opens it, once it answers. */
import { type DurabilityOptions, durabilityOf, type OpenOptions, openStore } from '../../src/store/open.ts';

/** @throws what the program refuses to start for */
export async function openReady({ acceptLoss = false, ...options }: OpenOptions & DurabilityOptions) {
  const store = await openStore(options);
  try {
    return { store, durability: await durabilityOf(store, { acceptLoss }) };
  } catch (error) {
    await store.close();
    throw error;
  }
}
