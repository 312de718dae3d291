import type { ActivationError } from '../screens/desktop.ts';
import { software } from './facts.ts';

/** The failed activation, as the computer shows it: in the screenshot, in the photo and in the chat. */
export const activationError: ActivationError = {
  product: '墨格制图 激活向导',
  errorCode: software.errorCode,
  errorText: software.errorText,
  keyLabel: software.keyLabel,
  system: 'Windows 11 专业版',
  clock: '20:41',
  date: '2026/10/2',
};
