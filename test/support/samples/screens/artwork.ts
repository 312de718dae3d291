/**
 * Pictures of the invented goods, drawn in SVG so that they stay sharp at every size. The software box uses no
 * transparency: it also stands in a PDF, where some readers carry an opacity over to the gradient that follows.
 */

/** The box of the drawing software. */
export function softwareArtwork(size: number): string {
  return `<svg width="${size}" height="${size}" viewBox="0 0 360 360" preserveAspectRatio="xMidYMid slice">
<defs><linearGradient id="sky" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#10204a"/><stop offset=".6" stop-color="#1f4fa3"/><stop offset="1" stop-color="#2f86c9"/></linearGradient>
<linearGradient id="front" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#fdfdfd"/><stop offset="1" stop-color="#dfe8f5"/></linearGradient>
<linearGradient id="side" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#8ea7cc"/><stop offset="1" stop-color="#b9cae4"/></linearGradient></defs>
<rect width="360" height="360" fill="url(#sky)"/>
<g stroke="#2b5193" fill="none">${[30, 70, 110, 150, 190, 230, 270, 310, 350].map((x) => `<path d="M${x} 0V360M0 ${x}H360"/>`).join('')}</g>
<g stroke="#5d96d2" fill="none" stroke-width="1.500"><circle cx="292" cy="120" r="62"/><path d="M230 120h124M292 58v124M20 312l120-70M248 176l44-56"/></g>
<ellipse cx="150" cy="318" rx="120" ry="12" fill="#0d2151"/>
<path d="M62 96l30-20v218l-30 22z" fill="url(#side)"/><path d="M92 76h132v218H92z" fill="url(#front)"/>
<g transform="translate(112 104)"><path d="M0 66L44 0l44 66z" fill="none" stroke="#1f4fa3" stroke-width="7" stroke-linejoin="round"/><circle cx="44" cy="42" r="13" fill="#f0a12b"/><path d="M-4 82h96" stroke="#1f4fa3" stroke-width="5"/></g>
<text x="158" y="222" font-family="Noto Sans SC" font-weight="700" font-size="25" fill="#12306b" text-anchor="middle">墨格制图</text>
<text x="158" y="246" font-family="Noto Sans SC" font-size="14" fill="#3a5b93" text-anchor="middle">专业版 · 永久授权</text>
<rect x="112" y="260" width="92" height="20" rx="10" fill="#12306b"/><text x="158" y="274" font-family="Noto Sans SC" font-size="11" fill="#fff" text-anchor="middle">电子激活码</text>
<text x="244" y="236" font-family="Noto Sans SC" font-weight="700" font-size="18" fill="#fff">Win11</text><text x="244" y="258" font-family="Noto Sans SC" font-weight="700" font-size="18" fill="#fff">Win10</text><text x="244" y="280" font-family="Noto Sans SC" font-size="13" fill="#cfe5ff">全面支持</text>
<rect x="0" y="318" width="360" height="42" fill="#0b1a3d"/><text x="180" y="345" font-family="Noto Sans SC" font-weight="700" font-size="17" fill="#ffd27a" text-anchor="middle" letter-spacing="1">自动发货 · 激活不了，包退</text>
</svg>`;
}

/** The island of the game, with its coin. */
export function gameArtwork(size: number, caption: boolean): string {
  const band = caption
    ? `<rect y="312" width="360" height="48" fill="#131a4d"/><text x="180" y="343" font-family="Noto Sans SC" font-weight="700" font-size="19" fill="#ffe08a" text-anchor="middle" letter-spacing="1">24小时内到账 · 超时全额退款</text>
<text x="24" y="99" font-family="Noto Sans SC" font-weight="700" font-size="31" fill="#fff">据岛物语</text><text x="25" y="118" font-family="Noto Sans SC" font-size="13" fill="#e2f0ff">30000点券 · 官方直充</text>`
    : '';
  return `<svg width="${size}" height="${size}" viewBox="0 0 360 360" preserveAspectRatio="xMidYMid slice">
<defs><linearGradient id="dusk" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#27309a"/><stop offset=".5" stop-color="#6d6fe0"/><stop offset=".75" stop-color="#f7a98b"/><stop offset="1" stop-color="#ffd9a0"/></linearGradient>
<linearGradient id="sea" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#4a7fd8"/><stop offset="1" stop-color="#1e3f8f"/></linearGradient>
<radialGradient id="coin" cx=".38" cy=".32" r=".8"><stop offset="0" stop-color="#fff3bf"/><stop offset=".5" stop-color="#ffc93c"/><stop offset="1" stop-color="#d98a12"/></radialGradient></defs>
<rect width="360" height="360" fill="url(#dusk)"/><circle cx="262" cy="140" r="44" fill="#fff0cf"/>
<path d="M0 218c50-14 90-14 140 0s120 14 220-6v148H0z" fill="url(#sea)"/>
<path d="M40 226c22-62 58-104 92-104 20 0 28 24 48 34 28 14 54 34 76 76z" fill="#29508a"/><path d="M40 226c30-48 60-74 88-74s54 40 128 80z" fill="#3a9a7c"/><path d="M112 152l20-30 20 26-12 8-8-8-8 8z" fill="#f2f7ff"/>
<g fill="#1f6b57"><path d="M92 226l14-38 14 38zM150 226l18-46 18 46zM196 228l12-30 12 30z"/></g>
<g stroke="#bcd9ff" stroke-opacity=".6" stroke-width="2" stroke-linecap="round"><path d="M30 262h60M130 276h90M250 258h70M60 296h50M200 300h110"/></g>
<circle cx="286" cy="262" r="52" fill="#8a5310" fill-opacity=".35"/><circle cx="280" cy="254" r="52" fill="url(#coin)"/><circle cx="280" cy="254" r="41" fill="none" stroke="#b8740e" stroke-width="3"/>
<path d="M280 228l9 17 19 3-14 13 3 19-17-9-17 9 3-19-14-13 19-3z" fill="#b8740e"/>${band}</svg>`;
}

/** The member's card of the course service. */
export function membershipArtwork(size: number): string {
  return `<svg width="${size}" height="${size}" viewBox="0 0 360 360" preserveAspectRatio="xMidYMid slice">
<defs><linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#0f3b36"/><stop offset="1" stop-color="#0c7a63"/></linearGradient>
<linearGradient id="gold" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fdf0cf"/><stop offset=".5" stop-color="#e9c987"/><stop offset="1" stop-color="#c99b4c"/></linearGradient></defs>
<rect width="360" height="360" fill="url(#wall)"/>
<g fill="none" stroke="#fff" stroke-opacity=".10"><circle cx="180" cy="196" r="90"/><circle cx="180" cy="196" r="130"/><circle cx="180" cy="196" r="172"/></g>
<text x="180" y="106" font-family="Noto Sans SC" font-weight="700" font-size="34" fill="#fdf0cf" text-anchor="middle" letter-spacing="3">终身会员</text>
<text x="180" y="132" font-family="Noto Sans SC" font-size="16" fill="#cfe9df" text-anchor="middle" letter-spacing="2">一次开通 · 终身有效 · 无需续费</text>
<g transform="translate(22 62) scale(.88)"><rect x="62" y="130" width="244" height="152" rx="16" fill="#06231f" fill-opacity=".5"/><rect x="56" y="120" width="248" height="154" rx="16" fill="url(#gold)"/>
<path d="M56 214c60-44 140-30 248-70v114a16 16 0 0 1-16 16H72a16 16 0 0 1-16-16z" fill="#fff" fill-opacity=".2"/>
<text x="76" y="156" font-family="Noto Sans SC" font-weight="700" font-size="20" fill="#5c3f0f">恒知课堂</text><text x="76" y="178" font-family="Noto Sans SC" font-size="12" fill="#7b5a22">全部课程 · 不限次数</text>
<path d="M262 146l-7-5 3 14h26l3-14-7 5-9-10z" transform="translate(-6 0)" fill="#8a621c"/>
<text x="76" y="252" font-family="Noto Sans SC" font-weight="700" font-size="26" fill="#5c3f0f">有效期：终身</text></g>
<rect y="312" width="360" height="48" fill="#e9c987"/><text x="180" y="343" font-family="Noto Sans SC" font-weight="700" font-size="19" fill="#4b330b" text-anchor="middle" letter-spacing="1">买一次，学一辈子</text></svg>`;
}

/** A round picture of a person: plain shapes, no likeness. */
export function personAvatar(size: number, ground: string, coat: string, cut: 'long' | 'short'): string {
  const hair = '#3a302c';
  const behind =
    cut === 'long'
      ? `<path d="M10.500 21c-1.500-11 3.500-15 9.500-15s11 4 9.500 15c-.3 3-1 5-2.500 6h-14c-1.500-1-2.200-3-2.500-6z" fill="${hair}"/>`
      : `<path d="M12.200 19c-1.200-8.500 2.800-12 7.800-12s9 3.500 7.800 12z" fill="${hair}"/>`;
  return `<svg width="${size}" height="${size}" viewBox="0 0 40 40"><rect width="40" height="40" rx="8" fill="${ground}"/><path d="M6 40c1-10 7-14 14-14s13 4 14 14z" fill="${coat}"/>${behind}<path d="M16.500 22h7v6a3.500 3.500 0 0 1-7 0z" fill="#eec3a3"/><circle cx="20" cy="18.500" r="6.800" fill="#f8dcc4"/><path d="M12.800 18c.4-6 3.400-8.300 7.200-8.300s6.800 2.300 7.200 8.300c-2-1-3.600-2.600-4.400-4.300-2 2.400-5.600 4-10 4.300z" fill="${hair}"/></svg>`;
}

/** The sign of a shop or an app: one character on a gradient. */
export function signAvatar(size: number, sign: string, from: string, to: string, radius = 8): string {
  return `<span style="display:inline-flex;flex:none;width:${size}px;height:${size}px;border-radius:${radius}px;background:linear-gradient(135deg,${from},${to});color:#fff;align-items:center;justify-content:center;font-weight:700;font-size:${Math.round(size * 0.48)}px;line-height:1">${sign}</span>`;
}
