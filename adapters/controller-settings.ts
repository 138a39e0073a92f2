import { z } from 'zod';
import type { DataController } from '../bot/data-controller-words.ts';

/** Settings that say who answers for citizens' data, by name. */
export const controllerSettings = {
  DATA_CONTROLLER_NAME: z.string().trim().max(200).optional(),
  DATA_CONTROLLER_ADDRESS: z.string().trim().max(300).optional(),
  DATA_CONTROLLER_CONTACT: z.string().trim().max(200).optional(),
};

/** Who answers for citizens' data, as the settings tell it. */
export interface ControllerConfig extends DataController {
  /** Names of the settings that are not set. */
  readonly missing: readonly string[];
}

/** @param officeName stands where no controller is named */
export function controllerOf(
  value: z.infer<z.ZodObject<typeof controllerSettings>>,
  officeName: string,
): ControllerConfig {
  const { DATA_CONTROLLER_NAME: name, DATA_CONTROLLER_ADDRESS: address, DATA_CONTROLLER_CONTACT: contact } = value;
  const given = { DATA_CONTROLLER_NAME: name, DATA_CONTROLLER_ADDRESS: address, DATA_CONTROLLER_CONTACT: contact };
  return {
    name: name ?? officeName,
    address: address ?? null,
    contact: contact ?? null,
    missing: Object.entries(given).flatMap(([setting, words]) => (words === undefined ? [setting] : [])),
  };
}
