// What a test asks of a page about being read: contrast, sizes, room. Evaluated in the page; gives its findings.
(() => {
  const parse = (text) => {
    const [r, g, b, a = 1] = (text.match(/[\d.]+/g) || []).map(Number);
    return { r, g, b, a };
  };
  const over = (top, under) => ({
    r: top.r * top.a + under.r * (1 - top.a),
    g: top.g * top.a + under.g * (1 - top.a),
    b: top.b * top.a + under.b * (1 - top.a),
    a: 1,
  });
  const light = ({ r, g, b }) => {
    const [x, y, z] = [r, g, b].map((one) => {
      const part = one / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (a, b) => {
    const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  /** What words stand on: the colours of all that is beneath, the worst of a gradient, white where a picture is. */
  const ground = (element) => {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      const image = style.backgroundImage;
      if (image.includes("gradient")) {
        layers.push(...(image.match(/rgba?\([^)]*\)/g) || []).map(parse).sort((a, b) => light(b) - light(a)).slice(0, 1));
        break;
      }
      const colour = parse(style.backgroundColor);
      if (colour.a > 0) layers.push(colour);
      if (colour.a === 1) break;
      if (one.matches(".pictures, .mirror, .face")) {
        layers.push({ r: 255, g: 255, b: 255, a: 1 });
        break;
      }
    }
    return layers.reverse().reduce((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 });
  };
  const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const open = document.querySelector("dialog[open]");
  const root = open || document.body;
  const faint = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const words = walker.currentNode.textContent.trim();
    if (!words || !seen(element) || element.closest(".unseen, noscript, :disabled")) continue;
    const style = getComputedStyle(element);
    const under = ground(element);
    const ratio = contrast(over(parse(style.color), under), under);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 600);
    if (ratio < (large ? 3 : 4.5)) faint.push(`${words.slice(0, 30)} ${ratio.toFixed(2)}`);
  }
  const small = [...root.querySelectorAll("button, a[href], input, textarea")]
    .filter(seen)
    .map((one) => [one, (one.type === "radio" ? one.parentElement : one).getBoundingClientRect()])
    .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
    .map(([one, box]) => `${one.textContent || one.name} ${box.width} x ${box.height}`);
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  const cut = [...root.querySelectorAll("button, h1, h2, p, li, label")]
    .filter((one) => seen(one) && !one.closest(".unseen"))
    .filter((one) => {
      const box = one.getBoundingClientRect();
      return box.left < -1 || box.right > innerWidth + 1;
    })
    .map((one) => one.textContent.slice(0, 40));
  return { faint, small, wide, cut };
})()
