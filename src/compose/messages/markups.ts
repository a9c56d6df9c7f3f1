import type { Looks } from '../../article/post.ts';
import type { Markup } from './markup.ts';
import { telegramMarkup } from './telegram-markup.ts';
import { whatsappMarkup } from './whatsapp-markup.ts';

export const markups: Readonly<Record<Looks, Markup>> = { telegram: telegramMarkup, whatsapp: whatsappMarkup };
