namespace Baton.Language;

/// <summary>A message as a sparse vector: feature numbers and their values. A number may stand in it more than once; the values then add up.</summary>
internal readonly record struct FeatureVector(int[] Indexes, float[] Values);
