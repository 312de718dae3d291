import { type ActivationError, desktop, desktopCss } from './desktop.ts';
import { page } from './page.ts';

/** A photo, held upright, of a laptop on a desk: 756 by 1008 before scaling. The same desktop as in the screenshot. */
export function laptopPhoto(error: ActivationError): string {
  const keys = [14, 14, 13, 12]
    .map(
      (count, row) =>
        `<div class="keys">${Array.from({ length: count }, (_, key) => `<i style="flex:${(key === 0 || key === count - 1) && row > 0 ? 1.6 : 1}"></i>`).join('')}</div>`,
    )
    .join('');
  const css = `${desktopCss}
body{width:756px;height:1008px;overflow:hidden;background:#3a2a1d}
.room{position:relative;width:756px;height:1008px;overflow:hidden;perspective:1500px;background:linear-gradient(#cfc4b4 0,#b9ab98 30%,#a08f79 39%,#6d4c31 39.300%,#7f5a3a 60%,#8c6542)}
.grain{position:absolute;left:-60px;right:-60px;top:394px;bottom:-40px;background:repeating-linear-gradient(91deg,rgba(40,20,5,.10) 0 3px,rgba(255,220,180,.05) 3px 17px,rgba(40,20,5,.07) 17px 22px,rgba(0,0,0,0) 22px 41px)}
.wall{position:absolute;left:0;right:0;top:0;height:394px;filter:blur(7px)}
.wall .frame{position:absolute;left:478px;top:22px;width:196px;height:190px;background:#f3eee4;border:13px solid #5f4a37}.wall .frame i{position:absolute;inset:22px;background:linear-gradient(160deg,#9dbcae,#e7d9b8)}
.wall .lamp{position:absolute;left:-60px;top:-90px;width:420px;height:420px;border-radius:50%;background:radial-gradient(rgba(255,236,196,.95),rgba(255,230,180,.25) 46%,rgba(255,230,180,0) 68%)}
.laptop{position:absolute;left:56px;top:250px;width:644px;transform-style:preserve-3d;transform:rotateZ(-1.8deg) rotateY(6deg)}
.lid{position:relative;width:644px;height:392px;border-radius:16px 16px 4px 4px;background:#17181b;padding:16px 14px 26px;box-shadow:0 0 0 2px #85898f,0 -4px 30px rgba(0,0,0,.25);transform:rotateX(4deg);transform-origin:bottom}
.view{width:616px;height:350px;overflow:hidden;position:relative;background:#000}.view .desk{transform:scale(.48125);transform-origin:0 0;filter:saturate(.92) brightness(1.05)}
.view:after{content:'';position:absolute;inset:0;background:linear-gradient(118deg,rgba(255,255,255,.20) 0,rgba(255,255,255,.07) 24%,rgba(255,255,255,0) 25%,rgba(255,255,255,0) 70%,rgba(255,244,220,.10)),repeating-linear-gradient(0deg,rgba(0,0,0,.035) 0 1px,rgba(0,0,0,0) 1px 3px)}
.cam{position:absolute;left:50%;top:6px;width:5px;height:5px;border-radius:3px;background:#34373d}
.deck{width:644px;height:330px;margin-top:-3px;border-radius:3px 3px 24px 24px;background:linear-gradient(#8f939a,#c3c6cb 10%,#b1b5bb 72%,#8f9399);transform:rotateX(57deg);transform-origin:top;padding:22px 34px;box-shadow:0 44px 40px rgba(20,8,0,.55)}
.keys{display:flex;gap:5px;margin-bottom:6px}.keys i{height:33px;border-radius:5px;background:linear-gradient(#33363b,#24262a);box-shadow:0 2px 1px rgba(0,0,0,.45)}
.space{display:flex;gap:5px}.space i{height:33px;border-radius:5px;background:linear-gradient(#33363b,#24262a);flex:1}.space i:nth-child(4){flex:6}
.pad{width:214px;height:98px;border-radius:9px;margin:15px auto 0;background:linear-gradient(#c0c3c8,#a9adb3);box-shadow:inset 0 0 0 1px #8b8f95}
.cup{position:absolute;right:-62px;top:846px;width:176px;height:176px;border-radius:50%;background:radial-gradient(circle at 50% 50%,#3b2413 0 50%,#5a3a20 53%,#f2eee6 56%,#ded7ca 66%,#f5f2eb 69%);box-shadow:14px 24px 34px rgba(20,8,0,.5);filter:blur(1.600px)}
.note{position:absolute;left:-20px;top:872px;width:230px;height:250px;background:linear-gradient(#f7e59a,#ecd37a);transform:rotate(-9deg);box-shadow:6px 14px 20px rgba(20,8,0,.4);padding:50px 20px 0 48px;font:500 19px 'LXGW WenKai';color:#3c3a55;line-height:1.600;filter:blur(.5px)}
.light{position:absolute;inset:0;background:radial-gradient(620px 780px at 42% 42%,rgba(255,240,214,.10),rgba(30,16,6,0) 55%,rgba(20,10,2,.46))}`;
  const body = `<div class="room"><div class="wall"><div class="lamp"></div><div class="frame"><i></i></div></div><div class="grain"></div>
<div class="note">激活不了，<br>问客服</div>
<div class="laptop"><div class="lid"><span class="cam"></span><div class="view">${desktop(error)}</div></div><div class="deck">${keys}<div class="space"><i></i><i></i><i></i><i></i><i></i><i></i><i></i></div><div class="pad"></div></div></div>
<div class="cup"></div><div class="light"></div></div>`;
  return page({ css, body });
}
