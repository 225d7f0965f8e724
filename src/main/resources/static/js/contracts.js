// A name drawn with a finger or a mouse: strokes of points, sent as text. Without this the typed name is enough.
for (const pad of document.querySelectorAll("[data-signature-pad]")) {
  const canvas = pad.querySelector("canvas");
  const kept = pad.querySelector("input");
  const pen = canvas.getContext("2d");
  const MOST = 1900;
  let strokes = [];
  let points = 0;
  pad.hidden = false;
  pen.lineWidth = 4;
  pen.lineCap = pen.lineJoin = "round";

  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    const inside = (value, most) => Math.min(most, Math.max(0, Math.round(value)));
    return [
      inside(((event.clientX - box.left) / box.width) * canvas.width, canvas.width),
      inside(((event.clientY - box.top) / box.height) * canvas.height, canvas.height),
    ];
  };
  const keep = () => {
    kept.value = strokes.filter((stroke) => stroke.length > 1).map((stroke) => stroke.map((p) => p.join(",")).join(" ")).join(";");
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pen.strokeStyle = getComputedStyle(canvas).color;
    strokes.push([at(event)]);
    points++;
    event.preventDefault();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!canvas.hasPointerCapture(event.pointerId) || points >= MOST) return;
    const stroke = strokes[strokes.length - 1];
    const [fromX, fromY] = stroke[stroke.length - 1];
    const [x, y] = at(event);
    if (Math.abs(x - fromX) + Math.abs(y - fromY) < 4) return;
    stroke.push([x, y]);
    points++;
    pen.beginPath();
    pen.moveTo(fromX, fromY);
    pen.lineTo(x, y);
    pen.stroke();
    keep();
  });
  pad.querySelector("[data-pad-clear]").addEventListener("click", () => {
    strokes = [];
    points = 0;
    pen.clearRect(0, 0, canvas.width, canvas.height);
    keep();
  });
}
