import type { GameShop } from '../screens/game-shop.ts';
import { credit } from './facts.ts';

/** Credit on the account before and after: nothing was added. The papers name the same number. */
export const balance = 120;

export const serverName = '月汐岛服务器';

/** The game's shop on the evening the promised time had passed twice. */
export const shopAfterTwoDays: GameShop = {
  time: '19:45',
  date: '2026-10-22',
  battery: 63,
  game: credit.game,
  nickname: credit.nickname,
  account: credit.account,
  server: `安卓区 · ${serverName}`,
  balance,
};

/** The last look before the case was written down. */
export const shopInNovember: GameShop = { ...shopAfterTwoDays, time: '21:10', date: '2026-11-16', battery: 47 };
