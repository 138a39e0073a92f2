"""Reads the int8 ONNX file of the encoder back into a float state dict, without the onnx package.

Only what `export.py` writes is understood: initialisers of MatMulInteger nodes (per column scales), the quantised
embedding, and float parameters under their own names.
"""
import struct
import numpy as np

TYPES = {1: np.float32, 2: np.uint8, 3: np.int8, 6: np.int32, 7: np.int64, 10: np.float16, 11: np.float64}


def fields(data):
    """(number, wire type, value) of each protobuf field; lengths as memoryviews."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            if byte < 128:
                return value
            shift += 7

    while at < len(data):
        key = varint()
        kind = key & 7
        if kind == 0:
            yield key >> 3, kind, varint()
        elif kind == 2:
            size = varint()
            yield key >> 3, kind, data[at:at + size]
            at += size
        else:
            size = 8 if kind == 1 else 4
            yield key >> 3, kind, data[at:at + size]
            at += size


def varints(data):
    numbers, value, shift = [], 0, 0
    for byte in data:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(value - (1 << 64) if value >> 63 else value)
            value = shift = 0
    return numbers


def tensor(data):
    dims, dtype, raw, name, floats, ints = [], 0, None, '', [], []
    for number, kind, value in fields(data):
        if number == 1:
            dims += [value] if kind == 0 else varints(value)
        elif number == 2:
            dtype = value
        elif number == 4:
            floats += [struct.unpack('<f', value)[0]] if kind == 5 else list(np.frombuffer(value, '<f4'))
        elif number in (5, 7):
            ints += [value] if kind == 0 else varints(value)
        elif number == 8:
            name = bytes(value).decode()
        elif number == 9:
            raw = value
    kind = TYPES[dtype]
    array = np.frombuffer(raw, kind) if raw is not None else np.array(floats or ints, kind)
    return name, array.reshape(dims)


def read(path):
    """-> initialisers by name, nodes as (operator, inputs, outputs) in order"""
    model = memoryview(open(path, 'rb').read())
    graph = next(value for number, kind, value in fields(model) if number == 7)
    tensors, nodes = {}, []
    for number, kind, value in fields(graph):
        if number == 5:
            name, array = tensor(value)
            tensors[name] = array
        elif number == 1:
            inputs, outputs, operator = [], [], ''
            for n, k, v in fields(value):
                if n == 1:
                    inputs.append(bytes(v).decode())
                elif n == 2:
                    outputs.append(bytes(v).decode())
                elif n == 4:
                    operator = bytes(v).decode()
            nodes.append((operator, inputs, outputs))
    return tensors, nodes


def state_dict(path, layers=6):
    """-> parameters of the encoder as float32 arrays under the names of model.Enc"""
    tensors, nodes = read(path)

    def real(quantised):
        base = quantised[:-len('_quantized')]
        scale, zero = tensors[base + '_scale'], tensors[base + '_zero_point']
        return (tensors[quantised].astype(np.float32) - zero.astype(np.float32)) * scale

    state = {name: array for name, array in tensors.items() if array.dtype == np.float32 and name.startswith(('blocks.', 'n.', 'n0.'))}
    weights = [real(inputs[1]) for operator, inputs, _ in nodes if operator == 'MatMulInteger' and inputs[1] in tensors]
    names = [f'blocks.{i}.{part}.weight' for i in range(layers) for part in ('qkv', 'o', 'f1', 'f2')] + ['proj.weight']
    assert len(weights) == len(names), (len(weights), len(names))
    state.update({name: weight.T.copy() for name, weight in zip(names, weights)})
    embedding = next(name for name in tensors if name.startswith('emb') and name.endswith('_quantized'))
    state['emb.weight'] = real(embedding)
    return state
