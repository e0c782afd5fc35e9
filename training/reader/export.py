"""The trained network as the files that the package carries: encoder and tags in ONNX (int8), the heads in plain arrays."""

import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.reader.network import Network
from training.reader.train import START


class _Exported(nn.Module):
    """What runs under onnxruntime: views of the words and the scores of their tags."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, mask: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        views = self.network.read(pieces, mask, firsts)
        return views, self.network.tags(views)


def export(network: Network, folder: Path, *, whole: bool = False) -> None:
    """Writes `encoder.onnx` (int8 unless `whole`), `heads.npz` and `tokenizer.json` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    names = ["pieces", "mask", "firsts"]
    example = (torch.ones(2, 12, dtype=torch.long), torch.ones(2, 12, dtype=torch.long), torch.ones(2, 7, dtype=torch.long))
    axes = {"pieces": {0: "windows", 1: "pieces"}, "mask": {0: "windows", 1: "pieces"}, "firsts": {0: "windows", 1: "words"},
            "views": {0: "windows", 1: "words"}, "tags": {0: "windows", 1: "words"}}  # fmt: skip
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        network.encoder.config._attn_implementation = "eager"
        torch.onnx.export(
            _Exported(network), example, str(full), input_names=names, output_names=["views", "tags"], dynamic_axes=axes,
            opset_version=17, dynamo=False,
        )  # fmt: skip
        if whole:
            shutil.copy(full, folder / "encoder.onnx")
        else:
            quantize_dynamic(full, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True)
    heads = {n: p.detach().numpy().astype(np.float16) for n, p in network.named_parameters() if not n.startswith(("encoder.", "tags."))}
    np.savez_compressed(folder / "heads.npz", **heads)
    shutil.copy(START / "tokenizer.json", folder / "tokenizer.json")
